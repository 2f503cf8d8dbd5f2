/** A SQLite file as such: whose it is by its header, and what the engine's errors about it mean. */
@org.jspecify.annotations.NullMarked
package daybook.store.sql.file;
