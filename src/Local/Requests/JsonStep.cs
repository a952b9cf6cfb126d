namespace DynamoToolkit.Local.Requests;

/// <summary>Where a step of a <see cref="JsonScanner"/> leads.</summary>
internal enum JsonStep
{
    /// <summary>To an element or a member.</summary>
    Element,

    /// <summary>Behind the object or array.</summary>
    End,

    /// <summary>Nowhere, because the JSON is wrong.</summary>
    Wrong,
}
