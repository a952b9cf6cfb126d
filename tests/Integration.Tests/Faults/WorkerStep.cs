namespace DynamoToolkit.Integration.Tests.Faults;

/// <summary>What a worker does in a step: one operation of the library each.</summary>
internal enum WorkerStep
{
    /// <summary>A put on the condition that there is no item.</summary>
    Open,

    /// <summary>The same where there is one, which is refused.</summary>
    OpenAgain,

    /// <summary>An update on the condition of the version that the worker knows.</summary>
    Deposit,

    /// <summary>The same with an old version, which is refused.</summary>
    WriteStale,

    /// <summary>A transaction that adds to two items.</summary>
    Transfer,

    /// <summary>A transaction that would add, but for a check that fails.</summary>
    Cancel,

    /// <summary>An update without a condition.</summary>
    Note,

    /// <summary>A delete on the condition of the version.</summary>
    Close,

    /// <summary>A batch of puts.</summary>
    Replace,

    /// <summary>A get.</summary>
    Read,

    /// <summary>A batch of gets.</summary>
    ReadMany,

    /// <summary>A transaction of gets.</summary>
    ReadTogether,

    /// <summary>A query over several pages.</summary>
    List,

    /// <summary>A scan over several pages.</summary>
    Scan,
}
