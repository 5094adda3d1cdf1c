package dev.strawboss.main;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// File systems whose other end is another machine: locks and the shared memory of a WAL do not
/// hold there (sqlite.org/wal.html), and two hubs would write one store.
final class NetworkDisk {
    private static final Set<String> TYPES =
            Set.of(
                    "nfs",
                    "nfs4",
                    "cifs",
                    "smb3",
                    "smbfs",
                    "smb2",
                    "ncpfs",
                    "9p",
                    "afs",
                    "auristorfs",
                    "coda",
                    "ceph",
                    "glusterfs",
                    "lustre",
                    "beegfs",
                    "gpfs",
                    "ocfs2",
                    "gfs2",
                    "pvfs2",
                    "orangefs",
                    "davfs",
                    "prl_fs",
                    "vboxsf",
                    "vmhgfs");

    /// What follows `fuse.`; any other program there may be anything, most are local.
    private static final Set<String> PROGRAMS =
            Set.of(
                    "sshfs",
                    "glusterfs",
                    "ceph-fuse",
                    "s3fs",
                    "s3ql",
                    "rclone",
                    "davfs",
                    "curlftpfs",
                    "gcsfuse",
                    "blobfuse",
                    "blobfuse2",
                    "juicefs",
                    "seaweedfs",
                    "cephfs",
                    "mount.cvmfs",
                    "vmhgfs-fuse",
                    "google-drive-ocamlfuse",
                    "onedriver",
                    "mfs",
                    "moosefs",
                    "smbnetfs");

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-7]{3})");

    private NetworkDisk() {}

    /// @param mounts the text of /proc/mounts
    /// @throws StrawbossException if the directory is, or would be made, on such a file system and
    ///   nobody has allowed it
    static void refuse(Path directory, String mounts) throws IOException {
        Path real = real(directory.toAbsolutePath());
        String type = "";
        Path longest = Path.of("/");
        for (String line : mounts.lines().toList()) {
            StringTokenizer fields = new StringTokenizer(line);
            if (fields.countTokens() > 2) {
                fields.nextToken();
                Path point = Path.of(unescaped(fields.nextToken()));
                if (real.startsWith(point) && point.startsWith(longest)) {
                    longest = point;
                    type = fields.nextToken().toLowerCase(Locale.ROOT);
                }
            }
        }
        Path allowed = directory.resolve("network-allowed");
        if (isNetwork(type) && !Files.exists(allowed)) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The state cannot be kept in "
                            + directory
                            + ": "
                            + longest
                            + " is a network file system ("
                            + type
                            + ").",
                    "Set STRAWBOSS_HOME to a directory on a local disk. Where no other machine uses"
                            + " it and its locks hold, allow it: mkdir -p '"
                            + directory
                            + "' && touch '"
                            + allowed
                            + "'");
        }
    }

    private static boolean isNetwork(String type) {
        return type.startsWith("fuse.")
                ? PROGRAMS.contains(type.substring("fuse.".length()))
                : TYPES.contains(type);
    }

    /// Where the path leads, as far as it exists: a home is often a link.
    private static Path real(Path path) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path parent = path.getParent();
        return parent == null ? path : real(parent).resolve(path.getFileName());
    }

    /// Blanks and backslashes stand as `\040` and `\134` (fstab(5)).
    private static String unescaped(String field) {
        return OCTAL.matcher(field)
                .replaceAll(code ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(code.group(1), 8))));
    }
}
