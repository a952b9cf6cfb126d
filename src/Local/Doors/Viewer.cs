using DynamoToolkit.Local.Faults;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Doors;

/// <summary>A door through which nobody can write. What it reads counts as no heat and meets no fault.</summary>
internal sealed class Viewer(Store store, TimeProvider time)
{
    private static readonly string[] Reads =
    [
        "ListTables", "DescribeTable", "Scan", "Query", "GetItem", "ListStreams", "DescribeStream", "GetShardIterator", "GetRecords",
        "ListBackups",
    ];

    private readonly Dispatcher dispatcher = new(store, heat: null, new FaultPlan(seed: 0), time);

    /// <summary>Answers a request.</summary>
    /// <exception cref="InvalidOperationException">The operation is not in the list of those that only read.</exception>
    public WireBuffer Answer(string operation, ReadOnlyMemory<byte> body) => Reads.Contains(operation)
        ? dispatcher.Answer(operation, body)
        : throw new InvalidOperationException($"A page cannot run {operation}. It runs only: {string.Join(", ", Reads)}.");
}
