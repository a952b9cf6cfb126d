namespace MetricCatalogue.Store;

/// <summary>Where the catalogue is.</summary>
internal sealed record StoreOptions
{
    /// <summary>The folder of the embedded store; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>A DynamoDB to use instead of the embedded one.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>What the names of the tables begin with.</summary>
    public string TablePrefix { get; init; } = "";

    /// <summary>Whether everything is gone when the program ends.</summary>
    public bool IsInMemory => DataFolder is null && Endpoint is null;
}
