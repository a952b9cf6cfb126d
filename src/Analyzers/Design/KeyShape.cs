namespace DynamoToolkit.Analyzers.Design;

/// <summary>How the values of a partition key spread, as far as the declaration shows.</summary>
internal enum KeyShape
{
    /// <summary>Nothing is known; there may be any number, as with ids.</summary>
    Unknown,

    /// <summary>There is one value.</summary>
    Constant,

    /// <summary>There are few, and how many is known.</summary>
    Few,

    /// <summary>There are few by the member's name: a status or country.</summary>
    FewByName,

    /// <summary>The current hour, day or month takes all writes.</summary>
    TimeBucket,

    /// <summary>A point in time.</summary>
    Moment,

    /// <summary>Customers, of which some are busier than others.</summary>
    Tenant,

    /// <summary>The number of values is stated, and not few.</summary>
    Many,
}
