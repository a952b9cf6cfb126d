namespace DynamoToolkit.Shared.Model;

/// <summary>How visible the expression token of a member can be.</summary>
internal enum TokenAccess
{
    Public,
    Internal,

    /// <summary>The member's type is not visible enough for any token.</summary>
    None,
}
