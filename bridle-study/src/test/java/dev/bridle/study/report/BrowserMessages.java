package dev.bridle.study.report;

import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts the pieces of messages together. */
final class BrowserMessages implements WebSocket.Listener {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final BlockingQueue<JsonNode> messages;
  private final StringBuilder text = new StringBuilder();

  BrowserMessages(BlockingQueue<JsonNode> messages) {
    this.messages = messages;
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      messages.add(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }
}
