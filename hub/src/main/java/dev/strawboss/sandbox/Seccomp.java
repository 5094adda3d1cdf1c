package dev.strawboss.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;

/// The filter of system calls as a program for the kernel (seccomp(2), linux/filter.h). What is
/// refused fails with EPERM; a call in another architecture's manner kills the process, for its
/// numbers mean something else.
final class Seccomp {
    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int KILL = 0x80000000;
    private static final int ERRNO = 0x00050000;
    private static final int ALLOW = 0x7fff0000;
    private static final int EPERM = 1;
    private static final int ENOSYS = 38;
    private static final int EAFNOSUPPORT = 97;

    /// Offsets in struct seccomp_data; of arguments only the low half counts (little-endian).
    private static final int NUMBER = 0;

    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;
    private static final int SECOND_ARGUMENT = 24;

    private static final int X32 = 0x40000000;

    /// CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET of clone(2).
    private static final int NEW_NAMESPACES = 0x7E020000;

    /// TIOCSTI and TIOCLINUX of ioctl_tty(2): they put words into a terminal's mouth.
    private static final Set<Integer> TYPING = Set.of(0x5412, 0x541C);

    /// AF_UNIX, AF_INET, AF_INET6, AF_NETLINK: all others reach past a network namespace or are
    /// there for attacks only (vsock to the hypervisor, AF_ALG, Bluetooth).
    private static final Set<Integer> ORDINARY_FAMILIES = Set.of(1, 2, 10, 16);

    private final SystemCalls calls;
    private final ByteArrayOutputStream program = new ByteArrayOutputStream();

    private Seccomp(SystemCalls calls) {
        this.calls = calls;
    }

    /// For a command in namespaces of its own.
    static byte[] filter(SystemCalls calls) {
        Seccomp seccomp = new Seccomp(calls);
        seccomp.begin();
        seccomp.families();
        return seccomp.end();
    }

    /// For a command among all others: it must not reach them by what namespaces would part.
    ///
    /// @param sockets whether it may make any but pairs
    static byte[] filterWithoutNamespaces(SystemCalls calls, boolean sockets) {
        Seccomp seccomp = new Seccomp(calls);
        seccomp.begin();
        List.of("shmget", "shmat", "semget", "msgget", "mq_open")
                .forEach(name -> seccomp.refuse(name, EPERM));
        seccomp.onlyZero("setpriority", SECOND_ARGUMENT);
        seccomp.onlyZero("prlimit64", FIRST_ARGUMENT);
        if (sockets) {
            seccomp.families();
        } else {
            seccomp.refuse("socket", EPERM);
        }
        return seccomp.end();
    }

    private void begin() {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(IF_EQUAL, 1, 0, calls.audit());
        add(RETURN, 0, 0, KILL);
        add(LOAD, 0, 0, NUMBER);
        if (calls.hasX32()) {
            add(IF_AT_LEAST, 0, 1, X32);
            add(RETURN, 0, 0, KILL);
        }
        for (String name : SystemCalls.refused()) {
            refuse(name, EPERM);
        }
        // its flags are in memory, which a filter cannot read; without it the C library uses clone
        refuse("clone3", ENOSYS);
        looked("clone", FIRST_ARGUMENT, 3);
        add(IF_ANY_BIT, 0, 1, NEW_NAMESPACES);
        add(RETURN, 0, 0, ERRNO | EPERM);
        add(RETURN, 0, 0, ALLOW);
        looked("ioctl", SECOND_ARGUMENT, 2 * TYPING.size() + 1);
        for (int request : TYPING) {
            add(IF_EQUAL, 0, 1, request);
            add(RETURN, 0, 0, ERRNO | EPERM);
        }
        add(RETURN, 0, 0, ALLOW);
    }

    private void families() {
        looked("socket", FIRST_ARGUMENT, 2 * ORDINARY_FAMILIES.size() + 1);
        for (int family : ORDINARY_FAMILIES) {
            add(IF_EQUAL, 0, 1, family);
            add(RETURN, 0, 0, ALLOW);
        }
        add(RETURN, 0, 0, ERRNO | EAFNOSUPPORT);
    }

    /// An argument that names a process may only name the caller.
    private void onlyZero(String name, int argument) {
        looked(name, argument, 3);
        add(IF_EQUAL, 0, 1, 0);
        add(RETURN, 0, 0, ALLOW);
        add(RETURN, 0, 0, ERRNO | EPERM);
    }

    private byte[] end() {
        add(RETURN, 0, 0, ALLOW);
        return program.toByteArray();
    }

    private void refuse(String name, int error) {
        int number = calls.number(name);
        if (number >= 0) {
            add(IF_EQUAL, 0, 1, number);
            add(RETURN, 0, 0, ERRNO | error);
        }
    }

    /// If it is the call `name`, loads an argument and goes on; else passes over `length`
    /// instructions after the load, which end with a return.
    private void looked(String name, int argument, int length) {
        add(IF_EQUAL, 0, length + 1, calls.number(name));
        add(LOAD, 0, 0, argument);
    }

    /// struct sock_filter.
    private void add(int code, int ifTrue, int ifFalse, int value) {
        ByteBuffer instruction = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        instruction.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
        program.writeBytes(instruction.array());
    }
}
