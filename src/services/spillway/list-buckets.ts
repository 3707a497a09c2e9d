/** Being written together with the console. */
