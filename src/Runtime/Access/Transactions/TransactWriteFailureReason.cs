namespace DynamoToolkit;

/// <summary>Why an operation of a transaction failed. The members have the names of the service's codes.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html"/>
public enum TransactWriteFailureReason
{
    /// <summary>A code that this library does not know; see <see cref="TransactWriteFailure.Code"/>.</summary>
    Other,

    /// <summary>The operation's condition did not hold.</summary>
    ConditionalCheckFailed,

    /// <summary>Another request was working on the item at the same time. The same transaction may succeed a moment later.</summary>
    TransactionConflict,

    /// <summary>The item collection has reached 10 GB. Only tables with local indexes have this limit.</summary>
    ItemCollectionSizeLimitExceeded,

    /// <summary>The table or index does not have enough provisioned capacity at this moment.</summary>
    ProvisionedThroughputExceeded,

    /// <summary>The service throttles the table or its partition at this moment.</summary>
    ThrottlingError,

    /// <summary>The service refuses the operation: for example, an update makes the item too large.</summary>
    ValidationError,
}
