namespace DynamoToolkit;

/// <summary>The types that a key attribute can have.</summary>
public enum KeyType
{
    /// <summary>String (S).</summary>
    String,

    /// <summary>Number (N).</summary>
    Number,

    /// <summary>Binary (B).</summary>
    Binary,
}
