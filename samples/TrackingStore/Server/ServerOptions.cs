namespace TrackingStore.Server;

/// <summary>What the command line decides.</summary>
internal sealed record ServerOptions
{
    /// <summary>The table's name unless another one is given.</summary>
    public const string StandardTable = "tracking";

    /// <summary>The port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; } = 5000;

    /// <summary>The folder of the embedded store; null keeps everything in memory.</summary>
    public string? DataFolder { get; init; }

    /// <summary>The folder of the artifacts, as a path or a file: URI; null for one below the data folder, or a temporary one.</summary>
    public string? ArtifactRoot { get; init; }

    /// <summary>A DynamoDB to use in place of the embedded store.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>How many days deleted runs are kept; null for ever.</summary>
    public int? DeletedRunsRetentionDays { get; init; }

    /// <summary>
    /// Whether a materializer keeps copies of each run's tags on the run's item, and searches use them. A search then finds a tag a moment
    /// after it was set.
    /// </summary>
    public bool KeepsTagsOnRuns { get; init; }

    /// <summary>The clock; tests have one of their own.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The name of the table.</summary>
    public string TableName { get; init; } = StandardTable;
}
