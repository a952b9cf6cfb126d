namespace DynamoToolkit.Shared.Model;

/// <summary>How a collection differs from the library's own form, for items that another library writes.</summary>
internal enum OtherCollectionForm
{
    None,

    /// <summary>A list that is also read from a set, or a set that is also read from a list.</summary>
    ReadsOther,

    /// <summary>A list that is stored as a set.</summary>
    IsSet,
}
