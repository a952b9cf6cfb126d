namespace DynamoToolkit;

/// <summary>How much a response tells of the capacity that the request used.</summary>
public enum CapacityDetail
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The sum.</summary>
    Total,

    /// <summary>The sum, and the parts of the table and of each index.</summary>
    Indexes,
}
