/**
 * The inbox in memory: a twin of the server, {@link io.inboxport.inmemory.InMemoryInboxGateway}, to
 * be seeded, steered and asked by tests and demonstrations.
 *
 * <p>What the server does belongs here, as far as it is documented, and faults. Rules of the domain
 * do not: the twin declines as the server does. Nor does HTTP, which the sandbox of the test kit
 * adds, or anything that sleeps.
 */
@NullMarked
package io.inboxport.inmemory;

import org.jspecify.annotations.NullMarked;
