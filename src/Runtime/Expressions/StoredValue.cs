namespace DynamoToolkit.Expressions;

/// <summary>The condition that the stored value of a member is a known one.</summary>
internal static class StoredValue
{
    /// <summary>The condition.</summary>
    /// <param name="member">The member.</param>
    /// <param name="value">Its value in an item that was read; the default value for null.</param>
    public static Condition Is(MemberValue member, KeyValue value)
    {
        var path = new AttributePath(member.AttributeName);
        var isMissing = new ExistenceCondition(path, exists: false);

        // Other programs may store a null as NULL.
        if (value.IsNone)
            return isMissing | new TypeCondition(path, AttributeType.Null);
        var isSame = new EqualsKeyCondition(path, value);
        return member.MayBeMissing ? isSame | isMissing : isSame;
    }
}
