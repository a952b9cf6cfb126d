using System.Text;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>Answers from a list, and keeps what it was asked.</summary>
internal sealed class FakeTransport : IDynamoTransport
{
    // Parallel scans and batches ask from several threads at once.
    private readonly Lock gate = new();
    private readonly Queue<Func<string>> answers = new();

    public List<(DynamoOperation Operation, string Body, string? TableName)> Requests { get; } = [];

    public bool IsDisposed { get; private set; }

    public FakeTransport Answer(string json) => Answer(() => json);

    public FakeTransport Answer(Func<string> answer)
    {
        answers.Enqueue(answer);
        return this;
    }

    public FakeTransport Fail(Exception error)
    {
        answers.Enqueue(() => throw error);
        return this;
    }

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            Requests.Add((request.Operation, Encoding.UTF8.GetString(request.Body.Span), request.TableName));
        await Task.Yield();
        var json = Next() is { } answer ? answer() : "{}";
        var response = WireBuffer.Rent();
        response.Write(Encoding.UTF8.GetBytes(json));
        return response;
    }

    public void Dispose() => IsDisposed = true;

    private Func<string>? Next()
    {
        lock (gate)
            return answers.TryDequeue(out var answer) ? answer : null;
    }
}
