namespace DynamoToolkit.Local.Heat;

/// <summary>A limit that throttles requests.</summary>
internal enum Limit
{
    /// <summary>The limit of one partition.</summary>
    KeyRange,

    /// <summary>The provisioned units of a table or index.</summary>
    Provisioned,

    /// <summary>What a table or index allows on demand.</summary>
    OnDemand,
}
