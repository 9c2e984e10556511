// Where one is signed in, and the way to sign out there.

import { useEffect } from "preact/hooks";
import { html } from "../../html.js";
import { short } from "../../lib/time.js";
import { connection, locale, now, say } from "../../state/app.js";
import { devices, endDevice, learnDevices } from "../../state/own.js";
import { findLostFocus } from "../focus.js";

export function Devices() {
  const words = say.value;
  const online = connection.value?.state === "online";
  useEffect(() => { if (online) void learnDevices(); }, [online]);
  useEffect(findLostFocus, [devices.value]);
  if (!devices.value) return null;
  const time = (/** @type {number} */ at) => short(at, now.value, locale.value);
  return html`
    <h2 id="devices-title">${words("devices")}</h2>
    <ul aria-labelledby="devices-title">
      ${devices.value.map((device) => {
        const name = device.name ?? words("device-unknown");
        const seen = device.current ? words("device-current") : words("device-seen", { time: time(device.last_seen) });
        return html`<li class="setting" key=${device.id}>
          <span>${name}<small>${seen} · ${words("device-since", { time: time(device.since) })}</small></span>
          ${!device.current && html`<button type="button" class="btn" aria-label=${words("device-end-named", { name, time: time(device.last_seen) })} onClick=${() => endDevice(device)}>${words("device-end")}</button>`}
        </li>`;
      })}
    </ul>`;
}
