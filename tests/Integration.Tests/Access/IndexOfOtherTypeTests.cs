using DynamoToolkit.Integration.Tests.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Schema;

namespace DynamoToolkit.Integration.Tests.Access;

/// <summary>
/// An update through a view or a base class does not leave an item under its old key in an index that only the item's type has.
/// </summary>
public sealed class IndexOfOtherTypeTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly DynamoClient db = new(LocalDynamo.InMemory());

    public async ValueTask InitializeAsync()
    {
        await db.EnsureTablesAsync(
            TableDefinition.ForAll(
                [TableModel.Of<Device>(), TableModel.Of<Sensor>(), TableModel.Of<Lamp>(), TableModel.Of<SensorStatus>()]),
            Ct);
        await db.Table<Device>().PutAsync(new Sensor { Id = "s", Status = "on" }, Ct);
        await db.Table<Device>().PutAsync(new Lamp { Id = "l", Status = "on" }, Ct);
    }

    public ValueTask DisposeAsync()
    {
        db.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task UpdateOfAView_MovesTheItemInTheIndexesOfItsType()
    {
        await db.Table<SensorStatus>().Update(SensorStatus.Key("s")).Set(s => s.Status, "off").ExecuteAsync(Ct);
        Assert.Equal((0, 1), await CountAsync());

        await db.TransactWriteAsync([db.Table<SensorStatus>().Update(SensorStatus.Key("s")).Set(s => s.Status, null)], Ct);
        Assert.Equal((0, 0), await CountAsync());
    }

    [Fact]
    public async Task UpdateOfABaseClass_ThatChangesAKeyOfATypeBelow_IsRefused()
    {
        var update = db.Table<Device>().Update(Device.Key("s")).Set(d => d.Status, "off");
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => update.ExecuteAsync(Ct));
        Assert.Equal(
            "The update of Device changes 'Status', and the index key 'sensorsByStatus_pk' is built from it: SENSOR#{Status}, but only of "
            + "items that are a Sensor. Update a Sensor through its own table, or declare the index on Device.",
            error.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TransactWriteAsync([update], Ct));
        Assert.Equal((1, 0), await CountAsync());

        // What no key is built from can be updated of all types, and a type's own table knows its keys.
        await db.Table<Device>().Update(Device.Key("l")).Add(d => d.Uses, 1).ExecuteAsync(Ct);
        await db.Table<Lamp>().Update(Lamp.Key("l")).Set(l => l.Status, "off").ExecuteAsync(Ct);
        await db.Table<Sensor>().Update(Sensor.Key("s")).Set(s => s.Status, "off").ExecuteAsync(Ct);
        Assert.Equal((0, 1), await CountAsync());
    }

    [Fact]
    public async Task UpdateOfAViewOfABaseClass_ThatChangesAKeyOfATypeBelow_IsRefused()
    {
        var update = db.Table<DeviceStatus>().Update(DeviceStatus.Key("s")).Set(d => d.Status, "off");
        await Assert.ThrowsAsync<InvalidOperationException>(() => update.ExecuteAsync(Ct));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TransactWriteAsync([update], Ct));
        Assert.Equal((1, 0), await CountAsync());
    }

    /// <summary>How many sensors the index has that are on, and off.</summary>
    private async Task<(int On, int Off)> CountAsync()
    {
        var sensors = db.Table<Sensor>();
        return ((int)await sensors.Query(Sensor.Index.SensorsByStatus("on")).CountAsync(Ct),
            (int)await sensors.Query(Sensor.Index.SensorsByStatus("off")).CountAsync(Ct));
    }
}
