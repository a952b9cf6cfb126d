namespace DynamoToolkit.Patterns.TextSearch;

/// <summary>What the failure of a search means for other searches.</summary>
internal enum TextSearchFailure
{
    /// <summary>The engine does not work, so others would fail as well.</summary>
    Outage,

    /// <summary>The engine works, and refused this search alone.</summary>
    OfRequest,

    /// <summary>The engine may work, but does not have all items.</summary>
    Incomplete,
}
