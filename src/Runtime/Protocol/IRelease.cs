using Amazon.DynamoDBv2.Model;

namespace DynamoToolkit.Protocol;

/// <summary>
/// The release of a unique value, which finds out on the way that another item holds the value: the item that is written had expired, or
/// never reserved it.
/// </summary>
internal interface IRelease
{
    /// <summary>Whether the reservation is left to the other item.</summary>
    bool IsOfOther { get; }

    /// <summary>Leaves the reservation, and only checks that it is still that of another item.</summary>
    void LeaveToOther();

    /// <summary>
    /// Looks at a transaction that failed. If all that failed are releases of reservations of other items, these are left, and the
    /// transaction can be sent again.
    /// </summary>
    /// <param name="writes">The writes of the transaction.</param>
    /// <param name="reasons">The service's reasons, one for each write.</param>
    static bool TryLeave(IReadOnlyList<WriteRequest> writes, List<CancellationReason>? reasons)
    {
        if (reasons is null || reasons.Count != writes.Count)
            return false;

        var releases = new List<IRelease>();
        for (var i = 0; i < reasons.Count; i++)
        {
            if (reasons[i].Code is null or "None")
                continue;
            if (reasons[i].Code is not "ConditionalCheckFailed" || writes[i] is not IRelease { IsOfOther: false } release)
                return false;
            releases.Add(release);
        }

        releases.ForEach(static release => release.LeaveToOther());
        return releases.Count > 0;
    }
}
