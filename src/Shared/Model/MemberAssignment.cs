namespace DynamoToolkit.Shared.Model;

/// <summary>How a member gets its value when an item is read.</summary>
internal enum MemberAssignment
{
    /// <summary>A parameter of the constructor.</summary>
    Constructor,

    /// <summary>The object initializer.</summary>
    Initializer,

    /// <summary>After construction, when the attribute is there: the member has a default of its own.</summary>
    Assignment,

    /// <summary>Like <see cref="Assignment"/>, through an unsafe accessor: <c>init</c> with a default, or a private setter.</summary>
    Accessor,

    /// <summary>Not at all: computed members are written, never read.</summary>
    None,
}
