namespace DynamoToolkit;

/// <summary>How much detail a response reports about the capacity that the request used.</summary>
public enum CapacityDetail
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The total.</summary>
    Total,

    /// <summary>The total, and the shares of the table and of each index.</summary>
    Indexes,
}
