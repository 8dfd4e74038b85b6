/** What can be said about projects and their members. */
@NullMarked
package io.moltrail.messages.project;

import org.jspecify.annotations.NullMarked;
