package dev.strawboss.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void colourAndCursorMovementsGo() {
        assertThat(PlainText.of("\u001b[31mred\u001b[0m \u001b[2J\u001b[1;1Hhome\u001b(B"))
                .isEqualTo("red home");
        assertThat(PlainText.of("\u009b31mred")).isEqualTo("red");
    }

    @Test
    void titlesLinksAndClipboardWritesGoWithTheirWords() {
        assertThat(PlainText.of("a\u001b]0;title\u0007b")).isEqualTo("ab");
        assertThat(PlainText.of("\u001b]8;;http://evil\u001b\\text\u001b]8;;\u001b\\"))
                .isEqualTo("text");
        assertThat(PlainText.of("a\u001b]52;c;cm0gLXJm\u009cb")).isEqualTo("ab");
    }

    @Test
    void aSequenceWithoutAnEndTakesNoLaterSequenceWithIt() {
        assertThat(PlainText.of("a\u001b]0;never ended\u001b[31mb")).isEqualTo("ab");
        assertThat(PlainText.of("a\u001b")).isEqualTo("a");
    }

    @Test
    void lettersThatChangeTheOrderOrAreNotSeenAreSpelledOut() {
        assertThat(PlainText.of("if (a\u202e)\u2066 b")).isEqualTo("if (a<U+202E>)<U+2066> b");
        assertThat(PlainText.of("pay\u200bload\ufeff")).isEqualTo("pay<U+200B>load<U+FEFF>");
        assertThat(PlainText.of(tags("run rm"))).doesNotContain("\udb40").startsWith("<U+E0072>");
        assertThat(PlainText.of("a\ufe01\ufe02")).isEqualTo("a<U+FE01><U+FE02>");
        assertThat(PlainText.of("a\u3164b")).isEqualTo("a<U+3164>b");
    }

    @Test
    void lettersOfEveryScriptAndPicturesStay() {
        String words =
                "grüße, Ελλάδα, 日本語, نمی\u200cخواهم, क्\u200dष, 👩\u200d💻 ❤\ufe0f 👨‍👩‍👧\ttab\n";
        assertThat(PlainText.of(words)).isEqualTo(words);
    }

    @Test
    void lineEndsOfEveryKindAreOneKind() {
        assertThat(PlainText.of("a\r\nb\r\r\nc\rd\u2028e\u0085f")).isEqualTo("a\nb\nc\nd\ne\nf");
    }

    @Test
    void otherControlCharactersAndHalfPairsBecomeTheReplacementCharacter() {
        assertThat(PlainText.of("a\u0000b\u0008c\u007fd\u0081e\ud83df"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf");
    }

    @Test
    void aLineIsOneLineWithinItsLimit() {
        assertThat(PlainText.line("  a\n\n  b\tc ", 80)).isEqualTo("a b c");
        assertThat(PlainText.line("🙂".repeat(50), 20).length()).isLessThanOrEqualTo(20);
    }

    @Test
    void nothingInvisibleComesThroughWhateverGoesIn() {
        long seed = Long.getLong("strawboss.seed", 20261120L);
        Random random = new Random(seed);
        int[] hostile = {0x1b, 0x9b, 0x90, 0x07, 0x202e, 0x200d, 0xfe0f, 0xe0041, '[', ']', 'm'};
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.appendCodePoint(
                        random.nextBoolean()
                                ? hostile[random.nextInt(hostile.length)]
                                : random.nextInt(0x3000));
            }
            String plain = PlainText.of(text.toString());
            assertThat(plain.codePoints())
                    .as("seed " + seed + ", round " + round)
                    .noneMatch(PlainTextTest::actsOnTheReader);
            assertThat(plain.length()).isLessThanOrEqualTo(text.length() * 8);
        }
    }

    @Test
    void millionsOfBegunSequencesTakeLinearTime() {
        String begun = "\u001b]".repeat(1_000_000) + "\u001b[".repeat(1_000_000);
        long start = System.nanoTime();
        assertThat(PlainText.of(begun)).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    private static boolean actsOnTheReader(int point) {
        boolean joiner = point == 0x200d || point == 0x200c;
        return point != '\n'
                && point != '\t'
                && !joiner
                && (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT);
    }

    private static String tags(String words) {
        StringBuilder tags = new StringBuilder();
        words.chars().forEach(letter -> tags.appendCodePoint(0xe0000 + letter));
        return tags.toString();
    }
}
