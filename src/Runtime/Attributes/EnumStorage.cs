namespace DynamoToolkit;

/// <summary>How values of an enum are stored.</summary>
public enum EnumStorage
{
    /// <summary>
    /// As a String: the member's name. Undefined values and combinations of flags are stored as the text of their number.
    /// </summary>
    Name,

    /// <summary>As a Number: the underlying value.</summary>
    Number,
}
