/**
 * How users, projects, invitations and molecules look over HTTP, the same in the answer to a write
 * and in a read.
 */
@NullMarked
package io.moltrail.web.resources;

import org.jspecify.annotations.NullMarked;
