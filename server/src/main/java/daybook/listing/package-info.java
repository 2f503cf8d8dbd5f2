/** What all listings share: reading parameters, carrying conditions from page to page, splicing. */
@NullMarked
package daybook.listing;

import org.jspecify.annotations.NullMarked;
