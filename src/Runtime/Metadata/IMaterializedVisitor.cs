namespace DynamoToolkit;

/// <summary>What works with materialized members of any types, without reflection.</summary>
/// <typeparam name="TResult">What it returns.</typeparam>
internal interface IMaterializedVisitor<out TResult>
{
    /// <summary>Visits copies of children's values.</summary>
    TResult Visit<TParent, TChild>(MaterializedMap<TParent, TChild> map)
        where TParent : IItem<TParent>
        where TChild : IItem<TChild>;

    /// <summary>Visits a number of children.</summary>
    TResult Visit<TParent, TChild>(MaterializedCount<TParent, TChild> count)
        where TParent : IItem<TParent>
        where TChild : IItem<TChild>;
}
