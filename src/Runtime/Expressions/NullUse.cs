namespace DynamoToolkit.Expressions;

/// <summary>
/// What an update does that sets a path to null, so that the item becomes what a put of the same value would store.
/// </summary>
internal enum NullUse : byte
{
    /// <summary>A member: it is left out of the item or map.</summary>
    LeftOut,

    /// <summary>A value of a dictionary without nulls: null takes it out, and an empty set is stored as NULL.</summary>
    LeftOutOfDictionary,

    /// <summary>An element of a list, or a value of a dictionary, which may be null: it is stored as NULL.</summary>
    Stored,

    /// <summary>An element of a list without nulls: without it, those after it would have other positions.</summary>
    Refused,
}
