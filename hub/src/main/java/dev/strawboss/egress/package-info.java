/// What a confined job may reach: the hub decides by name and port, resolves and connects itself,
/// and puts the keys of model providers in.
@NullMarked
package dev.strawboss.egress;

import org.jspecify.annotations.NullMarked;
