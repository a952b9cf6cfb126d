using DynamoToolkit.Local.Schema;

namespace DynamoToolkit.Local.Storage;

/// <summary>A backup of a table: its schema and items at one moment. Later writes to the table do not change it.</summary>
internal sealed record TableBackup
{
    /// <summary>The id, which orders the backups of a table by time.</summary>
    public required string Id { get; init; }

    /// <summary>The name. Several backups can have the same.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The table's schema.</summary>
    public required TableSchema Schema { get; init; }

    /// <summary>What records of the table's stream showed; null if it had no enabled stream.</summary>
    public string? StreamView { get; init; }

    /// <summary>The items by key (<see cref="ItemBlock"/>).</summary>
    public SortedTree<byte[], ItemBlock> Items { get; init; } = SortedTree<byte[], ItemBlock>.Empty;

    /// <summary>The size of all items in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The Amazon resource name.</summary>
    public string Arn => $"{Schema.Arn}/backup/{Id}";

    /// <summary>A backup of a table.</summary>
    public static TableBackup Of(Table table, string? streamView, string name, DateTimeOffset now) => new()
    {
        Id = $"{now.ToUnixTimeMilliseconds():D14}-{Guid.NewGuid().ToString("N")[..8]}",
        Name = name,
        Created = now,
        Schema = table.Schema,
        StreamView = streamView,
        Items = table.Items,
        Bytes = table.Bytes,
    };
}
