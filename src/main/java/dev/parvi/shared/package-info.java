/** Values without beans or SQL: ids, pages, time windows. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.parvi.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
