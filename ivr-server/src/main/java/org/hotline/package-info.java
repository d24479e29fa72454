@org.jspecify.annotations.NullMarked
package org.hotline;
