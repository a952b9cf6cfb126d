#!/usr/bin/env bash
# radosgw.sh FOLDER PORT MONITOR-PORT: runs Ceph's server with S3's API, with a monitor and an object store in memory, as long as the
# process lives that started this. Prints "ready" when it answers. Its only user has the keys "access" and "secret".
set -euo pipefail
dir=$1 port=$2 monitor=$3 parent=$PPID
mkdir -p "$dir/mon" "$dir/osd"
cat > "$dir/ceph.conf" <<END
[global]
fsid = 11111111-2222-3333-4444-555555555555
mon host = v2:127.0.0.1:$monitor
public addr = 127.0.0.1
mon initial members = a
ms bind ipv6 = false
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
osd crush chooseleaf type = 0
osd objectstore = memstore
memstore device bytes = 2147483648
mon data avail warn = 1
mon data avail crit = 1
run dir = $dir
pid file = $dir/\$name.pid
log file = $dir/\$name.log
mon cluster log file = $dir/cluster.log
mon data = $dir/mon
osd data = $dir/osd
rgw data = $dir/rgw
rgw frontends = beast endpoint=127.0.0.1:$port
keyring = $dir/keyring
END
ceph() { command ceph -c "$dir/ceph.conf" "$@"; }
daemons=()
stop() { kill -9 "${daemons[@]}" 2>/dev/null || true; }
trap stop EXIT
trap 'exit 0' TERM
ceph-authtool --create-keyring "$dir/keyring" --gen-key -n mon. --cap mon 'allow *' > "$dir/out.log" 2>&1
ceph-authtool "$dir/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *' >> "$dir/out.log" 2>&1
ceph-authtool "$dir/keyring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *' >> "$dir/out.log" 2>&1
monmaptool --create --enable-all-features --addv a "[v2:127.0.0.1:$monitor]" --fsid 11111111-2222-3333-4444-555555555555 \
  "$dir/monmap" >> "$dir/out.log" 2>&1
ceph-mon -c "$dir/ceph.conf" --mkfs -i a --monmap "$dir/monmap" --keyring "$dir/keyring" >> "$dir/out.log" 2>&1
ceph-mon -c "$dir/ceph.conf" -i a -f >> "$dir/out.log" 2>&1 &
daemons+=($!)
ceph osd create 11111111-2222-3333-4444-666666666666 >> "$dir/out.log" 2>&1
ceph-osd -c "$dir/ceph.conf" -i 0 --mkfs --osd-uuid 11111111-2222-3333-4444-666666666666 >> "$dir/out.log" 2>&1
ceph-osd -c "$dir/ceph.conf" -i 0 -f >> "$dir/out.log" 2>&1 &
daemons+=($!)
radosgw -c "$dir/ceph.conf" -n client.admin --admin-socket= -f >> "$dir/out.log" 2>&1 &
daemons+=($!)
until (exec 3<> "/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
  kill -0 "${daemons[@]}"
  sleep 0.1
done
radosgw-admin -c "$dir/ceph.conf" user create --uid=test --display-name=test --access-key=access --secret-key=secret >> "$dir/out.log" 2>&1
echo ready
while kill -0 "$parent" 2>/dev/null; do sleep 1 & wait $!; done
