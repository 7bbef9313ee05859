namespace MotivationalInterviewing.Practice;

/// <summary>
/// A client to practice with. The library's own is <see cref="SimulatedClient"/>; a host can put a language model behind
/// the same three members. A conversation is a chain of states: answering never changes the state that it is given, so a
/// moment can be played again with other words.
/// </summary>
public interface ISimulatedClient
{
    /// <summary>Who the client is.</summary>
    ClientProfile Profile { get; }

    /// <summary>The state before the first word.</summary>
    /// <param name="seed">Decides every chance in the session: the same seed and the same counselor's words give the same session.</param>
    ClientState Begin(int seed);

    /// <summary>Answers a counselor's turn.</summary>
    /// <param name="state">The state after the turn before; unchanged by the call.</param>
    /// <param name="counselor">The counselor's words; any text.</param>
    /// <param name="cancellationToken">Cancels an answer that waits for something.</param>
    /// <returns>The client's words, what was meant by them, and the state after them.</returns>
    /// <exception cref="InvalidOperationException">The client has left.</exception>
    ValueTask<ClientReply> AnswerAsync(ClientState state, string counselor, CancellationToken cancellationToken = default);
}
