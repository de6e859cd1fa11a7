package com.example.desk;

import io.inboxport.call.InboxException.Unavailable;
import java.net.URI;

/** Program that counts what is open on the desk: in memory, or behind a URL. */
public final class DeskProgram {
  private DeskProgram() {}

  /** Runs it: without an argument in memory, else over HTTP. */
  public static void main(String[] args) {
    var desk = args.length == 0 ? Desk.inMemory() : Desk.at(URI.create(args[0]));
    try {
      System.out.println(desk.open().size() + " open");
    } catch (Unavailable failure) {
      System.out.println("unavailable");
    }
  }
}
