package dev.strawboss.sandbox;

import java.nio.file.Path;

/// The lists of users and groups inside: only the command's own.
record Accounts(String name, long uid, long gid) {
    String users(Path home) {
        return name
                + ":x:"
                + uid
                + ":"
                + gid
                + "::"
                + home
                + ":/bin/sh\n"
                + "nobody:x:65534:65534::/:/usr/sbin/nologin\n";
    }

    String groups() {
        return name + ":x:" + gid + ":\nnogroup:x:65534:\n";
    }
}
