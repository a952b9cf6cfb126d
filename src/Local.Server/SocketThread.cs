using System.Runtime.CompilerServices;

namespace DynamoToolkit.Local.Server;

/// <summary>
/// In the tool, requests are answered on the few threads that watch the sockets, because a change to another thread and back costs as much
/// as the answer. What may take long goes to another thread: the other connections would have to wait for it.
/// </summary>
internal static class SocketThread
{
    // Sockets look at it when the first one is opened. It has no effect on Windows.
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <summary>How long a body may be that is read, or compressed, where the other connections wait for it.</summary>
    public const int ShortBytes = 64 * 1024;

    private static readonly string[] ShortOperations = ["GetItem", "PutItem", "UpdateItem", "DeleteItem"];

    /// <summary>
    /// Lets this process answer on the threads that watch sockets, unless the environment decides. To be called before the first socket.
    /// </summary>
    public static void AnswerThere()
    {
        if (Environment.GetEnvironmentVariable(InlineCompletions) is null)
            Environment.SetEnvironmentVariable(InlineCompletions, "1");
    }

    /// <summary>Whether a request is answered so soon that the other connections can wait for it.</summary>
    public static bool IsShort(string operation, byte[] body) => body.Length <= ShortBytes && ShortOperations.Contains(operation);

    /// <summary>Goes on on a thread of the pool. Does nothing if the current one is of the pool.</summary>
    public static ConfiguredTaskAwaitable LeaveAsync() => Task.CompletedTask.ConfigureAwait(
        Thread.CurrentThread.IsThreadPoolThread ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.ForceYielding);
}
