package dev.strawboss.config;

import java.util.Optional;

/// A program of the machine that keeps secrets for a person who is logged in.
public interface Keyring {
    /// What people know it by, such as `the keyring (secret-tool)`.
    String name();

    /// @return empty if it keeps none of that name
    Optional<String> lookUp(String secret) throws Unreachable;

    void store(String secret, String value) throws Unreachable;

    void remove(String secret) throws Unreachable;

    /// It is not here, locked, or nobody is logged in.
    final class Unreachable extends Exception {
        private static final long serialVersionUID = 1L;

        /// @param why a part of a sentence
        public Unreachable(String why) {
            super(why);
        }

        String why() {
            return String.valueOf(getMessage());
        }
    }

    /// Where there is none.
    static Keyring none(String why) {
        return new Keyring() {
            @Override
            public String name() {
                return "the keyring";
            }

            @Override
            public Optional<String> lookUp(String secret) throws Unreachable {
                throw new Unreachable(why);
            }

            @Override
            public void store(String secret, String value) throws Unreachable {
                throw new Unreachable(why);
            }

            @Override
            public void remove(String secret) throws Unreachable {
                throw new Unreachable(why);
            }
        };
    }
}
