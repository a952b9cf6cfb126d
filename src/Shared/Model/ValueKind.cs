namespace DynamoToolkit.Shared.Model;

/// <summary>The shapes of values that members can have.</summary>
internal enum ValueKind
{
    String,
    Boolean,
    Integer,
    Decimal,
    Double,
    Single,
    Char,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Bytes,
    Memory,
    Enum,
    Map,
    List,
    Set,
    Dictionary,

    /// <summary>The attributes that no member reads.</summary>
    Extra,

    /// <summary>Through a converter that ships or that the user wrote, named in <see cref="ValueSpec.CustomConverter"/>.</summary>
    Custom,
}
