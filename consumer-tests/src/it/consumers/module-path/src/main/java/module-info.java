/** An application that is a module, and reads the library's modules by their names. */
module com.example.desk {
  requires io.inboxport;
  requires io.inboxport.http;
  requires io.inboxport.inmemory;

  exports com.example.desk;
}
