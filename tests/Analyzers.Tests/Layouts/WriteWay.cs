namespace DynamoToolkit.Analyzers.Tests.Layouts;

/// <summary>How a write is sent.</summary>
internal enum WriteWay
{
    /// <summary>By the shortest method.</summary>
    Plain,

    /// <summary>By a builder that returns the item as it was.</summary>
    ReturnOld,

    /// <summary>In a transaction.</summary>
    Transaction,

    /// <summary>In a batch, which checks nothing.</summary>
    Batch,
}
