namespace DynamoToolkit;

/// <summary>What a read does if an item lacks the attribute of a member that is neither nullable nor has a default value.</summary>
public enum MissingAttributes
{
    /// <summary>Reading throws an <see cref="Wire.ItemFormatException"/> that names the attribute. This is the default.</summary>
    Throw,

    /// <summary>
    /// The member takes the empty value of its type: zero, <c>false</c>, an enum's zero, an empty string, an empty collection. Members of
    /// the table's key, and members of other reference types such as maps, still throw.
    /// </summary>
    UseDefault,
}
