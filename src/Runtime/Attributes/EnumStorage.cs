namespace DynamoToolkit;

/// <summary>How values of an enum are stored.</summary>
public enum EnumStorage
{
    /// <summary>As a String: the member's name; undefined values and combinations of flags as their number's text.</summary>
    Name,

    /// <summary>As a Number: the underlying value.</summary>
    Number,
}
