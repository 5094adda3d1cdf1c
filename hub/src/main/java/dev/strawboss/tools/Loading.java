package dev.strawboss.tools;

import java.util.regex.Pattern;

/// Environment variables that decide which program runs, what it loads, or where it reads commands
/// and options from.
///
/// Sources: what sudo takes out (sudoers(5), `env_delete`), ld.so(8) and dyld(1) on secure
/// execution, git(1), and the manuals of the interpreters that agents' CLIs are written in.
final class Loading {
    private static final Pattern NAMES =
            Pattern.compile(
                    // which program, and whose settings
                    "PATH|HOME|SHELL|XDG_.*|CDPATH|TMPDIR|TMPPREFIX|EDITOR|VISUAL|(MAN)?PAGER|BROWSER"
                            // the loader and the C library
                            + "|LD_.*|_RLD.*|DYLD_.*|LIBPATH|SHLIB_PATH|GLIBC_.*|GCONV_PATH|LOCPATH"
                            + "|NLSPATH|MALLOC_.*|RES_OPTIONS|HOSTALIASES|LOCALDOMAIN|OPENSSL_.*"
                            + "|TERMINFO.*|TERMCAP|TERMPATH|_STDBUF_.*"
                            // shells
                            + "|_*BASH.*|ENV|SHELLOPTS|IFS|PS4|GLOBIGNORE|FPATH|ZDOTDIR|(READ)?NULLCMD"
                            // interpreters
                            + "|NODE_.*|NPM_.*|npm_.*|BUN_.*|DENO_.*|PYTHON.*|VIRTUAL_ENV|UV_.*|PIP_.*"
                            + "|PERL.*|RUBY.*|GEM_.*|BUNDLE_.*|LUA_.*|PHP.*|DOTNET_.*|CORECLR_.*"
                            + "|JAVA_.*|_JAVA_.*|JDK_.*|CLASSPATH"
                            // what agents start
                            + "|GIT_.*|SSH_.*|BWRAP.*");

    private Loading() {}

    static boolean decides(String variable) {
        return NAMES.matcher(variable).matches();
    }
}
