/**
 * Who may do what in the database: what is written down, what the catalogue holds, what really
 * happens.
 */
@NullMarked
package io.moltrail.standalone.database;

import org.jspecify.annotations.NullMarked;
