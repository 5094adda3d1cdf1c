package dev.strawboss.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How fast a shell starts `/bin/true` and waits for it, again and again.
final class Spawns {
    private static final int EACH = 500;
    private static final String LOOP =
            "i=0; while [ $i -lt " + EACH + " ]; do /bin/true; i=$((i+1)); done";

    private Spawns() {}

    /// @param shells that do so at once
    static double rate(int shells) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        List<Process> all = new ArrayList<>();
        for (int i = 0; i < shells; i++) {
            all.add(new ProcessBuilder("/bin/sh", "-c", LOOP).inheritIO().start());
        }
        for (Process one : all) {
            one.waitFor();
        }
        return shells * EACH / ((System.nanoTime() - begin) / 1e9);
    }
}
