/** The doors of brand: which brand a request is for, founding one, its settings and its colour. */
@NullMarked
package dev.parvi.brand.web;

import org.jspecify.annotations.NullMarked;
