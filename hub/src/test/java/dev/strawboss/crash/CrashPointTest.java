package dev.strawboss.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashPointTest {
    @TempDir Path directory;

    @Test
    void everyPointStandsInExactlyOnePlaceOfTheCode() {
        JavaClasses classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.strawboss");
        List<String> used = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!List.of("dev.strawboss.crash", "dev.strawboss.torture")
                    .contains(type.getPackageName())) {
                type.getFieldAccessesFromSelf().stream()
                        .filter(access -> access.getTargetOwner().isEquivalentTo(CrashPoint.class))
                        .map(JavaFieldAccess::getName)
                        .forEach(used::add);
            }
        }
        assertThat(used)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CrashPoint.values()).map(CrashPoint::name).toList());
    }

    @Test
    void aHubIsArmedWithTheFirstLineAndNotesWhatItPasses() throws Exception {
        Files.writeString(directory.resolve("armed"), "CLAIMED:2\nSTARTED:1\n");
        CrashDirectory crashes = new CrashDirectory(directory);
        CrashPoint.arm(crashes);
        try {
            CrashPoint.CLAIMED.pass();
            CrashPoint.STARTED.pass();
        } finally {
            CrashPoint.disarm();
        }
        CrashPoint.CLAIMED.pass();
        String pid = Long.toString(ProcessHandle.current().pid());
        assertThat(directory.resolve("passed")).hasContent(pid + " CLAIMED\n" + pid + " STARTED");
        assertThat(directory.resolve("armed")).hasContent("CLAIMED:2\nSTARTED:1");
    }
}
