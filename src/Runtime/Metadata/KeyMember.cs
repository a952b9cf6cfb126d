using System.ComponentModel;

namespace DynamoToolkit;

/// <summary>A member that the composed key of an index is built from. Named by generated code.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="AttributeName">The name of its own attribute.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct KeyMember(string Member, string AttributeName);
