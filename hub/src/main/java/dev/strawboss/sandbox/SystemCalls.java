package dev.strawboss.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The numbers of the kernel's calls on one architecture (asm/unistd_64.h, asm-generic/unistd.h),
/// as far as they are named here.
///
/// @param audit the architecture as seccomp names it (linux/audit.h)
record SystemCalls(int audit, Map<String, Integer> numbers) {
    /// Calls that no ordinary program needs, and attacks on the kernel or its neighbours do. A line
    /// each: name, number on x86_64, number on aarch64; -1: there is none.
    private static final String REFUSED =
            """
            mount 165 40
            umount2 166 39
            pivot_root 155 41
            chroot 161 51
            unshare 272 97
            setns 308 268
            fsopen 430 430
            fsconfig 431 431
            fsmount 432 432
            fspick 433 433
            open_tree 428 428
            move_mount 429 429
            mount_setattr 442 442
            bpf 321 280
            perf_event_open 298 241
            userfaultfd 323 282
            ptrace 101 117
            process_vm_readv 310 270
            process_vm_writev 311 271
            process_madvise 440 440
            kcmp 312 272
            pidfd_getfd 438 438
            keyctl 250 219
            add_key 248 217
            request_key 249 218
            io_uring_setup 425 425
            io_uring_enter 426 426
            io_uring_register 427 427
            kexec_load 246 104
            kexec_file_load 320 294
            init_module 175 105
            finit_module 313 273
            delete_module 176 106
            open_by_handle_at 304 265
            name_to_handle_at 303 264
            swapon 167 224
            swapoff 168 225
            reboot 169 142
            acct 163 89
            settimeofday 164 170
            clock_settime 227 112
            quotactl 179 60
            quotactl_fd 443 443
            lookup_dcookie 212 18
            nfsservctl 180 42
            vhangup 153 58
            syslog 103 116
            sethostname 170 161
            setdomainname 171 162
            fanotify_init 300 262
            iopl 172 -1
            ioperm 173 -1
            modify_ldt 154 -1
            uselib 134 -1
            ustat 136 -1
            sysfs 139 -1
            """;

    /// Calls that are looked into, or that we make ourselves; in the same form.
    private static final String OTHERS =
            """
            clone 56 220
            clone3 435 435
            openat2 437 437
            ioctl 16 29
            socket 41 198
            shmget 29 194
            shmat 30 196
            semget 64 190
            msgget 68 186
            mq_open 240 180
            setpriority 141 140
            prlimit64 302 261
            dup3 292 24
            prctl 157 167
            seccomp 317 277
            setgroups 116 159
            setresgid 119 149
            setresuid 117 147
            landlock_create_ruleset 444 444
            landlock_add_rule 445 445
            landlock_restrict_self 446 446
            """;

    private static final int AUDIT_X86_64 = 0xC000003E;
    private static final int AUDIT_AARCH64 = 0xC00000B7;

    /// @param architecture as Java names it; empty for one whose numbers are not known here
    static Optional<SystemCalls> of(String architecture) {
        return switch (architecture) {
            case "amd64" -> Optional.of(new SystemCalls(AUDIT_X86_64, numbers(1)));
            case "aarch64" -> Optional.of(new SystemCalls(AUDIT_AARCH64, numbers(2)));
            default -> Optional.empty();
        };
    }

    private static Map<String, Integer> numbers(int column) {
        Map<String, Integer> numbers = new HashMap<>();
        (REFUSED + OTHERS)
                .lines()
                .forEach(line -> {
                    String[] words = line.split(" ", -1);
                    numbers.put(words[0], Integer.parseInt(words[column]));
                });
        return Map.copyOf(numbers);
    }

    int number(String call) {
        Integer number = numbers.get(call);
        if (number == null) {
            throw new IllegalArgumentException("no number is known of " + call);
        }
        return number;
    }

    /// The names of the calls that are refused whatever their arguments.
    static List<String> refused() {
        return REFUSED.lines().map(line -> line.substring(0, line.indexOf(' '))).toList();
    }

    /// Whether x86_64's other set of numbers must be told apart.
    boolean hasX32() {
        return audit == AUDIT_X86_64;
    }
}
