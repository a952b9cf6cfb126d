namespace DynamoToolkit.Local.Schema;

/// <summary>Provisioned read and write units; zero for capacity on demand.</summary>
internal sealed record Throughput(long Read, long Write)
{
    /// <summary>On demand.</summary>
    public static readonly Throughput None = new(0, 0);
}
