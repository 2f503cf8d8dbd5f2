package daybook.store;

import daybook.domain.AsOf;

/**
 * The canonical document of a record, as it is stored.
 *
 * @param id identifier of the record
 * @param document canonical JSON, UTF-8
 * @param asOf when the newest view in it was true
 * @param revision counts the changes, from 1
 */
public record StoredDocument(String id, byte[] document, AsOf asOf, long revision) {}
